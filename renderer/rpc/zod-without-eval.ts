// Security: the page forbids eval. Zod would try it once, find it forbidden and leave a violation in the log. Put where
// zod looks for its settings when it comes, so that the first screen needs not wait for zod.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
