/** Nothing; without it the build looks for one in the folders above and takes ours. */
export function register(): void {}
