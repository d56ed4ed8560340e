# make demo      installs what is missing, builds and reports on graphs/samundar
# make test      installs what is missing and runs every test
# make sanitize  runs the tests under the address sanitizer, and those of what runs on several threads
#                under the thread sanitizer; it builds everything twice anew
# make lint      checks the sources' format
# make clean     removes what the others made
#
# Nothing but Swift is needed beforehand, on Debian, Ubuntu or macOS with Homebrew.

SWIFT ?= swift
SCRATCH ?= .build
OUT ?= out/samundar
# What `make demo` builds: release or debug.
CONFIGURATION ?= release

SANITIZE ?= .build-sanitize

# Nobody debugs these builds: without debug information they are made sooner. `swift build` by hand has it. The index
# stays, as SwiftPM looks in it for tests.
LEAN = -debug-info-format none

.PHONY: demo test sanitize lint clean packages-demo packages-test

demo: packages-demo
	$(SWIFT) build -c $(CONFIGURATION) --product liaison $(LEAN) --scratch-path $(SCRATCH)
	$(SCRATCH)/$(CONFIGURATION)/liaison report graphs/samundar -o $(OUT)
	@echo
	@echo "The report is in $(OUT): open $(OUT)/report.html in a browser."

# The tests and what they run. All there is would be the modules of the lint tool twice, once more for the plugins,
# which the tests build in packages of their own.
test: packages-test
	$(SWIFT) build --product LiaisonPackageTests $(LEAN) --scratch-path $(SCRATCH)
	$(SWIFT) test --skip-build $(LEAN) --scratch-path $(SCRATCH)

sanitize: packages-test
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path $(SANITIZE)-address --skip PluginTests
	$(SWIFT) test --sanitize=thread --scratch-path $(SANITIZE)-thread --filter 'LiaisonGraphTests|LiaisonGapsTests'

lint:
	$(SWIFT) format lint -s -r Package.swift Sources Plugins Tests

packages-demo:
	@./.ci/install demo

packages-test:
	@./.ci/install test

clean:
	rm -rf $(SCRATCH) $(SANITIZE)-address $(SANITIZE)-thread out
