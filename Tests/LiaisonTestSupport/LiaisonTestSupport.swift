// Shared by the tests: see its files.
