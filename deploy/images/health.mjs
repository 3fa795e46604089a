/** Asked by the container's health check: is this service ready? */
const answer = await fetch(`http://127.0.0.1:${process.env.WUFANG_HEALTH_PORT}/health`, { signal: AbortSignal.timeout(3_000) });
process.exit(answer.ok ? 0 : 1);
