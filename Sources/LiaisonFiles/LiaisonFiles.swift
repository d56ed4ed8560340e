// The module's sources are in its folders.
