/** On which pathways a version of the policy would act; asked by the API and by the page of policy. */
@NullMarked
package org.crossface.web.policy;

import org.jspecify.annotations.NullMarked;
