# Crossface: what people do with it. `make` lists it.
SHELL := /bin/sh
.DEFAULT_GOAL := help

HOME_DIR ?= $(HOME)/.crossface
ARGS     ?=
JDK      := .mvn/with-jdk25.sh
# The flag silences a warning of Maven's own libraries on recent JDKs.
MVN      := MAVEN_OPTS="$${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" $(JDK) ./mvnw -B -ntp
# One plugin that only looks for a JDK does not say that it may run with -T2.
QUIET    := -Dorg.slf4j.simpleLogger.log.org.apache.maven.lifecycle.internal.builder.BuilderCommon=error
# Archives carry the time of the release, not of the build, so the build leaves a stamp.
STAMP    := services/server/target/build.stamp
# Left by a build without the compiler's checks: what it compiled must be compiled again where they count.
UNCHECKED := services/server/target/unchecked.stamp
# When the last "make test" began.
TESTED   := target/test.stamp
SERVER   := services/server/target/crossface-server.jar
# What Tink and JNI libraries need on recent JDKs.
JVM      := --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx1g

# A drill or bench has its class to itself, and runs long enough to be worth optimising.
LONG     := -Dcrossface.test.forks=1 -Dcrossface.jvm.short=

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = 1

.PHONY: help
help: ## what can be made
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  HOME_DIR=...        another directory for the data than ~/.crossface"
	@echo "  ARGS='--server.port=9000'   passed on to the server"

.PHONY: run
run: build ## start the demonstration at http://127.0.0.1:8080 (Ctrl-C stops it)
	@exec .mvn/run.sh '$(HOME_DIR)' $(ARGS)

.PHONY: build
build: ## build the server when a source is newer than it
	@if [ ! -f $(SERVER) ] || [ ! -f $(STAMP) ] || [ ! -d services/embedded-kafka/target/lib ] || \
	    [ -n "$$(find pom.xml services -path '*/target' -prune -o -path '*/src/test' -prune -o -type f -newer $(STAMP) -print | head -n 1)" ]; then \
	    echo "Building (the first time downloads what Maven needs) ..." && \
	    $(MVN) -q package -Pquick -DskipTests -Djacoco.skip && touch $(STAMP) $(UNCHECKED); \
	fi

.PHONY: recompile
recompile:
	@if [ -f $(UNCHECKED) ]; then \
	    rm -rf services/*/target/classes services/*/target/test-classes services/*/target/maven-status $(STAMP) $(UNCHECKED); \
	fi

.PHONY: unchecked
unchecked:
	@mkdir -p $(dir $(UNCHECKED)) && touch $(UNCHECKED)

.PHONY: test
test: recompile ## compile everything and run all tests; says which took longest
	@mkdir -p target && date +%s > $(TESTED)
	@status=0; .mvn/run-tests.sh env $(MVN) $(QUIET) -Djacoco.skip || status=$$?; .mvn/slowest-tests.sh $(TESTED); exit $$status

.PHONY: fmt
fmt: ## format the sources
	$(MVN) -q spotless:apply

.PHONY: lint
lint: recompile ## check the format; compile with Error Prone and NullAway as errors; check the scripts
	$(MVN) -q spotless:check test-compile
	sh -n .mvn/with-jdk25.sh && sh -n .mvn/slowest-tests.sh && bash -n .mvn/run.sh && bash -n .mvn/run-tests.sh && bash -n .ci/run

.PHONY: billing-tail
billing-tail: build ## print what billing receives, as a read-committed consumer
	@$(JDK) java $(JVM) -jar $(SERVER) --crossface.home='$(HOME_DIR)' --billing-tail $(ARGS)

.PHONY: replay
replay: build ## rebuild all views beside the serving ones and compare them; fails when a row differs
	@$(JDK) java $(JVM) -jar $(SERVER) --crossface.home='$(HOME_DIR)' --replay $(ARGS)

.PHONY: drill-store
drill-store: unchecked ## torture the event store: killed backends, crashes of PostgreSQL, nodes that die, with controls that must fail
	$(MVN) -Pquick -pl services/platform -am test -Djacoco.skip -Dcrossface.test.excluded=bench $(LONG) \
	    -Dtest='StoreDrill,CrashDrill' -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: cluster
cluster: build ## two nodes on one PostgreSQL and Kafka behind a balancer at http://127.0.0.1:8080 (Ctrl-C stops all)
	@exec $(JDK) java --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Xmx256m \
	    -jar $(SERVER) --cluster --crossface.home='$(HOME_DIR)' --crossface.demo=true $(ARGS)

.PHONY: drill-cluster
drill-cluster: unchecked ## kill the nodes of a cluster in turn under traffic; nothing acknowledged may be lost
	$(MVN) -Pquick -pl services/server -am test -Djacoco.skip -Dcrossface.test.excluded=bench $(LONG) -Dtest=ClusterDrill -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: drill-sites
drill-sites: unchecked ## every operation as every role from other sites; make test asks of each command the roles that may give it and two more
	$(MVN) -Pquick -pl services/server -am test -Djacoco.skip -Dcrossface.sites.all=true -Dtest=SitesTest -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: drill-children
drill-children: unchecked ## kill the embedded PostgreSQL and Kafka of a server under load; each is back within 10 s, nothing acknowledged is lost
	$(MVN) -Pquick -pl services/server,services/simulator -am test -Djacoco.skip -Dcrossface.test.excluded=bench $(LONG) \
	    -Dtest='ChildrenDrill,ChildrenTest' -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: drill-rebuild
drill-rebuild: unchecked ## kill a node in the middle of a build of the views, again and again; people read the older ones untouched; crash PostgreSQL while views are projected
	$(MVN) -Pquick -pl services/audit -am test -Djacoco.skip -Dcrossface.test.excluded=bench $(LONG) \
	    -Dtest=RebuildKillDrill -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: drill-relay
drill-relay: unchecked ## kill the relay to billing at each step of its transaction and at random; every charge arrives once
	$(MVN) -Pquick -pl services/billing -am test -Djacoco.skip -Dcrossface.test.excluded=bench $(LONG) \
	    -Dtest=RelayKillDrill -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: drill-followup
drill-followup: unchecked ## three years pass while nodes are killed, their clocks are wrong and PostgreSQL crashes; every lateness is recorded once
	$(MVN) -Pquick -pl services/server -am test -Djacoco.skip -Dcrossface.test.excluded=bench $(LONG) -Dtest=FollowUpDrill -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: fuzz
fuzz: unchecked ## send 50,000 hostile requests to a running server and replay what it accepted; fuzz both parsers with Jazzer
	$(MVN) -Pquick -pl services/server -am test -Djacoco.skip -Dcrossface.test.excluded=drill $(LONG) -Dtest=HostileFuzz -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)
	for parser in CommandReaderFuzz ReferralBundleReaderFuzz; do \
	    JAZZER_FUZZ=1 $(MVN) -Pquick -pl services/web -am test -Djacoco.skip -Dcrossface.test.excluded=drill $(LONG) \
	        -Dtest=$$parser -Dsurefire.failIfNoSpecifiedTests=false $(ARGS) || exit 1; \
	done

.PHONY: model
model: unchecked ## send 24,000 random commands of a fixed and of a new seed, legal and illegal; prints seed, acceptance and coverage of rules, events and commands
	$(MVN) -Pquick -pl services/server -am test -Djacoco.skip -Dcrossface.test.excluded=bench $(LONG) -Dtest=ModelDrill -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: bench-wakeup
bench-wakeup: unchecked ## from append to handler on the same and another node, beside Axon's defaults
	$(MVN) -Pquick -pl services/platform -am test -Djacoco.skip -Dcrossface.test.excluded=drill $(LONG) -Dtest=WakeUpBench -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: bench-followup
bench-followup: unchecked ## 100,000 deadlines that pass at once, beside db-scheduler; writes docs/performance.md
	$(MVN) -Pquick -pl services/server -am test -Djacoco.skip -Dcrossface.test.excluded=drill $(LONG) -Dtest=FollowUpBench -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: bench-worklist
bench-worklist: unchecked ## the first page of 50,000 open tasks, and all else that the page reads
	$(MVN) -Pquick -pl services/coordination -am test -Djacoco.skip -Dcrossface.test.excluded=drill $(LONG) -Dtest=WorklistBench -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: bench
bench: unchecked ## measure the event store beside its anchors; writes docs/performance.md
	$(MVN) -Pquick -pl services/platform,services/coordination -am test -Djacoco.skip -Dcrossface.test.excluded=drill $(LONG) \
	    -Dtest='StoreBench,BoardBench' -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: rebuild
rebuild: build ## build the views anew beside the serving ones and switch; with a server running, its nodes help (ARGS=board builds one view, ARGS=record one bundle, ARGS=cancel gives builds up)
	@$(JDK) java $(JVM) -jar $(SERVER) --crossface.home='$(HOME_DIR)' --rebuild $(ARGS)

.PHONY: dead-letters
dead-letters: build ## events that could not be handled: ARGS='list', 'show ID', 'retry ID', 'retry all', 'park ID WAIT reason', 'park ID GO_ON reason'
	@$(JDK) java $(JVM) -jar $(SERVER) --crossface.home='$(HOME_DIR)' --dead-letters $(ARGS)

.PHONY: check-store
check-store: build ## what holds in every event store: streams without holes, positions in order, kept answers that name their events
	@$(JDK) java $(JVM) -jar $(SERVER) --crossface.home='$(HOME_DIR)' --check-store $(ARGS)

.PHONY: mutation
mutation: recompile ## switch off each rule in turn; a test that carries its id must notice
	$(MVN) -pl services/pathway -am test -Djacoco.skip $(LONG) -Dtest=RuleMutation -Dsurefire.failIfNoSpecifiedTests=false $(ARGS)

.PHONY: coverage
coverage: recompile ## run all tests, measure coverage and say where the reports are
	$(MVN) verify
	@ls services/*/target/site/jacoco/index.html

.PHONY: sbom
sbom: ## the bill of materials (CycloneDX) in target/bom.json
	$(MVN) -q org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom
	@ls target/bom.json

.PHONY: clean
clean: ## remove what was built; the data in HOME_DIR stays
	$(MVN) -q clean
