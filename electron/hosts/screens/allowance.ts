/** How much somebody may ask: `burst` at once, and `perSecond` in the long run. */
export interface Allowance {
  /** Takes one; false when it is used up. */
  take(): boolean;
}

/** A bucket that fills up again by itself. */
export function createAllowance(
  limits: { burst: number; perSecond: number },
  monotonicMs: () => number = () => performance.now(),
): Allowance {
  let left = limits.burst;
  let atMs = monotonicMs();
  return {
    take() {
      const now = monotonicMs();
      left = Math.min(limits.burst, left + ((now - atMs) / 1000) * limits.perSecond);
      atMs = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/** Addresses of the network that are remembered; an office has a handful. */
const MOST_ADDRESSES = 500;

/** One allowance for each address that asks. The one that asked longest ago is forgotten first. */
export function createAllowances(
  limits: { burst: number; perSecond: number },
  monotonicMs?: () => number,
): { take(address: string): boolean } {
  const byAddress = new Map<string, Allowance>();
  return {
    take(address) {
      const known = byAddress.get(address) ?? createAllowance(limits, monotonicMs);
      byAddress.delete(address);
      byAddress.set(address, known);
      const [oldest] = byAddress.keys();
      if (byAddress.size > MOST_ADDRESSES && oldest !== undefined) byAddress.delete(oldest);
      return known.take();
    },
  };
}
