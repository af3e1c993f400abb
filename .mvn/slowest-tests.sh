#!/bin/sh
# Prints the ten test classes that took longest, and how long all took together.
# Use: .mvn/slowest-tests.sh STAMP      a file with the second (date +%s) in which the run began; older reports are of an earlier run
set -eu

stamp=$1
began=$(cat "$stamp")

# The second line of a report, joined with those that follow up to its end, is the element "testsuite" with the figures.
reports() {
    find services -path '*/target/surefire-reports/TEST-*.xml' -newer "$stamp" -exec sed -n '/<testsuite /,/>/p' {} + |
        tr '\n' ' ' | awk '{ gsub(/<testsuite /, "\n"); print }'
}

attribute() {
    sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p"
}

figures=$(reports | while IFS= read -r suite; do
    seconds=$(echo " $suite" | attribute time | tr -d ,)
    name=$(echo " $suite" | attribute name)
    tests=$(echo " $suite" | attribute tests)
    if [ -n "$seconds" ]; then
        echo "$seconds $name $tests"
    fi
done)

if [ -z "$figures" ]; then
    echo "No tests were run."
    exit 0
fi
echo
echo "The slowest test classes, in seconds:"
echo "$figures" | sort -rn | head -n 10 | awk '{ printf "  %7.1f  %s\n", $1, $2 }'
echo "$figures" | awk -v elapsed=$(($(date +%s) - began)) '
    { seconds += $1; tests += $3 }
    END { printf "%d tests in %d classes took %.0f s; all of it took %d min %02d s.\n", tests, NR, seconds, elapsed / 60, elapsed % 60 }'
