// Outside Next there is no browser bundle to keep code out of: scripts and the worker resolve "server-only" to this file.
export {};
