/*
 * Loaded first into each long-running part. Its standard input is a pipe the launcher holds and never writes to, so the
 * pipe ends with the launcher, even by kill -9, and no part is left behind holding a port.
 */
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref();
