package org.crossface.platform.dispatch;

import org.crossface.platform.drill.StoreMode;

/** Commands, keys and expected versions with the group appender. */
class CommandDispatchInGroupsTest extends CommandDispatchTest {

    @Override
    StoreMode mode() {
        return StoreMode.GROUP;
    }
}
