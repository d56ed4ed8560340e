// The plugins are tested by packages that consume them.
