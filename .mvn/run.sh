#!/bin/sh
# Starts the built server; the arguments are passed on. See "make run".
set -eu
exec .mvn/with-jdk25.sh java \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx1g \
    -jar services/server/target/crossface-server.jar "$@"
