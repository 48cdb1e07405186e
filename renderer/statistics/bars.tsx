import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';

interface BarsProps {
  /** What is drawn, for screen readers; the table below has the figures. */
  label: string;
  /** Each with its name under `name`. */
  rows: readonly Record<string, string | number | null>[];
  series: readonly { name: string; label: string; color: string }[];
  /** Bars from left to right, where names are long. */
  lying?: boolean;
  stacked?: boolean;
  unit?: string;
  most?: number;
  line?: { at: number; label: string };
}

const LINE_COLOR = 'var(--urgent-text)';

/** A bar chart that stands still: what it says is also in the table beside it. */
export function Bars({ label, rows, series, lying = false, stacked = false, unit, most, line }: BarsProps) {
  // Halves of people and of minutes are not drawn.
  const values = { allowDecimals: false, ...(most === undefined ? {} : { domain: [0, most] }) };
  return (
    <div role="img" aria-label={label}>
      <div aria-hidden inert>
        <BarChart
          h={lying ? Math.max(140, 34 * rows.length + 40) : 240}
          data={rows.map((row) => ({ ...row }))}
          dataKey="name"
          series={series.map((one) => ({ ...one }))}
          type={stacked ? 'stacked' : 'default'}
          orientation={lying ? 'vertical' : 'horizontal'}
          withLegend={series.length > 1}
          withTooltip={false}
          gridAxis={lying ? 'y' : 'x'}
          tickLine="none"
          {...(unit === undefined ? {} : { unit })}
          {...(line === undefined
            ? {}
            : {
                referenceLines: [
                  { ...(lying ? { x: line.at } : { y: line.at }), label: line.label, color: LINE_COLOR },
                ],
              })}
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false, radius: 3, maxBarSize: 22 }}
          {...(lying ? { xAxisProps: values, yAxisProps: { width: 190, interval: 0 } } : { yAxisProps: values })}
        />
      </div>
    </div>
  );
}
