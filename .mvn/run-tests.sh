#!/usr/bin/env bash
# Compiles everything, then runs the tests: .mvn/run-tests.sh MAVEN...   (the command that starts Maven, with its options)
#
# In one Maven the tests of a module wait until those of the modules below it have ended, although they need only their classes; the
# processors then idle for a third of the time. So one Maven compiles and packages all modules, and after it several Mavens at once run the
# tests, each a part of the packages. The parts take about the same time; RunTestsScriptTest holds that each test is in exactly one of them.
set -euo pipefail

maven=("$@")

parts=(
    'org/crossface/server/api/**/*Test, org/crossface/web/**/*Test'
    'org/crossface/server/*Test, org/crossface/server/cluster/**/*Test, org/crossface/server/sites/**/*Test, org/crossface/server/model/**/*Test, org/crossface/audit/**/*Test, org/crossface/identity/**/*Test, org/crossface/messages/**/*Test, org/crossface/simulator/**/*Test'
    'org/crossface/platform/**/*Test, org/axonframework/**/*Test, org/crossface/kafka/**/*Test'
    'org/crossface/pathway/**/*Test, org/crossface/coordination/**/*Test, org/crossface/billing/**/*Test'
)

"${maven[@]}" -T2 verify -DskipTests

running=()
# A signal to this script ends the Mavens too, and they their test JVMs.
trap '[ ${#running[@]} -eq 0 ] || kill "${running[@]}" 2>/dev/null || true' EXIT
for part in "${parts[@]}"; do
    # Nothing is left to compile, and two compilers of one module would delete each other's classes.
    "${maven[@]}" test -Dmaven.main.skip -Dmaven.compiler.useIncrementalCompilation=false \
        -Dtest="$part" -Dsurefire.failIfNoSpecifiedTests=false -Dcrossface.test.forks=1 &
    running+=($!)
done

status=0
failed=()
for i in "${!parts[@]}"; do
    if ! wait "${running[$i]}"; then
        failed+=("${parts[$i]}")
        status=1
    fi
done
running=()
for part in ${failed[@]+"${failed[@]}"}; do
    echo "Failed (its Maven says above what): $part" >&2
done
exit $status
