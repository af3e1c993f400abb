#!/usr/bin/env bash
# Starts the built demonstration; use it through "make run". A simulated cohort is played into a new home.
# Use: .mvn/run.sh HOME [--property=value ...]
set -euo pipefail

home=$1
shift
port=8080
for argument in "$@"; do
    case $argument in
        --server.port=*) port=${argument#*=} ;;
    esac
done

mkdir -p -m 700 "$home"

# A process of its own that knows only the API. It ends with the server, whose process this shell becomes; its journal says where it
# stopped, so that it goes on there when it or the server was killed.
play_cohort() {
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        kill -0 $$ 2>/dev/null || return
        sleep 0.5
    done
    for _ in 1 2 3 4 5; do
        status=0
        .mvn/with-jdk25.sh java -Xmx192m -XX:+UseSerialGC \
            -cp "services/simulator/target/classes:services/simulator/target/lib/*" \
            org.crossface.simulator.Simulator "http://127.0.0.1:$port" --journal="$home/demo/cohort.journal" || status=$?
        # Below 128 it ended by itself and has said why; above, a signal ended it.
        if [ "$status" -lt 128 ] || ! kill -0 $$ 2>/dev/null; then
            return
        fi
        echo
    done
}

if [ ! -e "$home/demo/cohort.played" ]; then
    play_cohort &
fi

echo "Starting; the log is $home/crossface.log"
exec .mvn/with-jdk25.sh java \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx1g \
    -jar services/server/target/crossface-server.jar \
    --crossface.home="$home" --crossface.demo=true \
    --logging.file.name="$home/crossface.log" --logging.threshold.console=WARN "$@"
