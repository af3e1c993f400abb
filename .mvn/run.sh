#!/usr/bin/env bash
# Starts the built demonstration; use it through "make run". On an empty home a simulated cohort is played into it.
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
if [ ! -e "$home/postgres/data" ]; then
    # A process of its own that knows only the API. It ends with the server, whose process this shell becomes.
    (
        until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
            kill -0 $$ 2>/dev/null || exit 0
            sleep 0.5
        done
        exec .mvn/with-jdk25.sh java -Xmx192m -XX:+UseSerialGC \
            -cp "services/simulator/target/classes:services/simulator/target/lib/*" \
            org.crossface.simulator.Simulator "http://127.0.0.1:$port"
    ) &
fi

echo "Starting; the log is $home/crossface.log"
exec .mvn/with-jdk25.sh java \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx1g \
    -jar services/server/target/crossface-server.jar \
    --crossface.home="$home" --crossface.demo=true \
    --logging.file.name="$home/crossface.log" --logging.threshold.console=WARN "$@"
