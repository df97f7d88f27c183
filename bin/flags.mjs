/**
 * How the server uses memory: a small nursery for short-lived objects, and a heap that is swept when it has grown by
 * 30 % (left alone it doubles first). Measured under load, six kinds of requests after another: 243 MB instead of 335 MB.
 */
export const flags = ['--max-semi-space-size=8', '--heap-growing-percent=30']
