// The tests are in this folder's files.
