/** Commands and rules of the evaluation: visits, findings, instruments, goals. */
@NullMarked
package org.crossface.pathway.evaluation.examination;

import org.jspecify.annotations.NullMarked;
