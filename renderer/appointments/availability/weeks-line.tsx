import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { PROMISE_DAYS } from '../../../shared/appointments/free-slots.rules.ts';
import { MOST_DRAWN_DAYS } from './drawn-days.ts';

interface WeeksLineProps {
  /** What is drawn, for screen readers; the table beside has the figures. */
  label: string;
  points: readonly { week: string; days: number }[];
  promiseLabel: string;
}

/** Days over weeks with the promise as a line. It stands still: what it says is also in the table beside it. */
export function WeeksLine({ label, points, promiseLabel }: WeeksLineProps) {
  return (
    <div role="img" aria-label={label}>
      <div aria-hidden inert>
        <LineChart
          h={220}
          data={points.map((point) => ({ ...point }))}
          dataKey="week"
          series={[{ name: 'days', label, color: 'petrol.6' }]}
          curveType="linear"
          withTooltip={false}
          gridAxis="x"
          tickLine="none"
          strokeWidth={2}
          referenceLines={[{ y: PROMISE_DAYS, label: promiseLabel, color: 'var(--urgent-text)' }]}
          lineChartProps={{ accessibilityLayer: false }}
          lineProps={{ isAnimationActive: false }}
          yAxisProps={{ allowDecimals: false, domain: [0, MOST_DRAWN_DAYS], ticks: [0, 7, 14, 21, 28, 42, 56] }}
        />
      </div>
    </div>
  );
}
