import { z } from 'zod';

// Security: the page forbids eval. Zod would try it once, find it forbidden and leave a violation in the log.
z.config({ jitless: true });
