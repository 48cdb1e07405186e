import { z } from 'zod';
import { type CityConnection, type CityDatabase, rowsOf, type SqlValue } from './database/city-database.ts';
import { withCityDatabase } from './database/with-city-database.ts';
import { type PublicTable, SMALLEST_CELL, suppressSmallCells } from './suppress-small-cells.ts';

/** Minutes waited by those of one group; only of groups whose count is shown. */
/** How many times a topic was asked for; only of topics whose talks are shown, and of talks that say it. */
export type RequestFigures = { key: string; talks: number; requests: number };

export type WaitFigures = { key: string; meanMinutes: number; ninetiethMinutes: number };

/** The figures of what is loaded. A null count is suppressed: it stands for fewer than k, or would give such a one away. */
export type CityReport = {
  madeAt: string;
  period: { from: string | null; to: string | null };
  office: string | null;
  smallestCell: number;
  contacts: Record<
    'byDay' | 'byTopic' | 'byLanguage' | 'byResult' | 'byKind' | 'byMedium' | 'byOffice',
    PublicTable
  > & {
    requestsByTopic: RequestFigures[];
  };
  /** Distinct tokens with a contact in the period: one person may have one in each of several offices. */
  persons: Record<'byOffice' | 'byBirth' | 'byGender', PublicTable>;
  waits: Record<'byOutcome' | 'byCause' | 'byLanguage' | 'byKind', PublicTable> & { minutesByLanguage: WaitFigures[] };
  referrals: Record<'byPartnerKind' | 'byState' | 'byTopic', PublicTable>;
  obstacles: Record<'byObstacle' | 'byLevel' | 'byState', PublicTable>;
};

export type ReportOptions = {
  database: string | CityDatabase;
  /** First and last local day; unbounded unless told. */
  from?: string;
  to?: string;
  /** One office only. */
  office?: string;
  now?: () => Date;
};

/** Counts what is loaded, with small cells suppressed: the result may leave the house. */
export async function readCityReport(options: ReportOptions): Promise<CityReport> {
  const { from = null, to = null, office = null, now = () => new Date() } = options;
  const values: SqlValue[] = [office, from, to];
  return await withCityDatabase(options.database, async (database) => {
    const table = (sql: string) => publicTable(database, sql, values);
    const contactsByTopic = await table(topicsBy(`topic ->> 'id'`));
    const waitsByLanguage = await table(rowsBy('wait', 'language'));
    return {
      madeAt: now().toISOString(),
      period: { from, to },
      office,
      smallestCell: SMALLEST_CELL,
      contacts: {
        byDay: await table(rowsBy('contact', `to_char(day, 'YYYY-MM-DD')`)),
        byTopic: contactsByTopic,
        byLanguage: await table(rowsBy('contact', 'language')),
        byResult: await table(topicsBy(`topic ->> 'result'`)),
        byKind: await table(rowsBy('contact', 'kind')),
        byMedium: await table(rowsBy('contact', 'medium')),
        byOffice: await table(rowsBy('contact', 'office_id')),
        requestsByTopic: await requestFigures(database, contactsByTopic, values),
      },
      persons: {
        byOffice: await table(personsBy('c.office_id')),
        byBirth: await table(personsBy('p.born')),
        byGender: await table(personsBy(`nullif(p.gender, 'not-stated')`)),
      },
      waits: {
        byOutcome: await table(rowsBy('wait', 'outcome')),
        // Over all waits, like its neighbours: a total of the refused alone would tell a hidden outcome apart.
        byCause: await table(rowsBy('wait', 'cause')),
        byLanguage: waitsByLanguage,
        byKind: await table(rowsBy('wait', 'kind')),
        minutesByLanguage: await waitFigures(database, waitsByLanguage, values),
      },
      referrals: {
        byPartnerKind: await table(rowsBy('referral', 'partner_kind')),
        byState: await table(rowsBy('referral', 'state')),
        byTopic: await table(rowsBy('referral', 'topic')),
      },
      obstacles: {
        byObstacle: await table(rowsBy('obstacle', 'obstacle')),
        byLevel: await table(rowsBy('obstacle', 'level')),
        byState: await table(rowsBy('obstacle', 'state')),
      },
    };
  });
}

const WHERE = `($1::text is null or office_id = $1) and ($2::date is null or day >= $2::date) and ($3::date is null or day <= $3::date)`;

function rowsBy(record: 'contact' | 'wait' | 'referral' | 'obstacle', key: string): string {
  return `select ${key} as key, count(*)::int as count from ${record} where ${WHERE} group by 1 order by 1`;
}

/** One contact can have several topics: this counts topics, not contacts. */
function topicsBy(key: string): string {
  return `select ${key} as key, count(*)::int as count from contact, jsonb_array_elements(topics) as topic where ${WHERE} group by 1 order by 1`;
}

function personsBy(key: string): string {
  return `with c as (select distinct office_id, person from contact where person is not null and ${WHERE})
    select ${key} as key, count(*)::int as count from c
    left join person p on p.office_id = c.office_id and p.id = c.person group by 1 order by 1`;
}

async function publicTable(database: CityConnection, sql: string, values: readonly SqlValue[]): Promise<PublicTable> {
  const cells = rowsOf(z.object({ key: z.string().nullable(), count: z.int() }), await database.query(sql, values));
  return suppressSmallCells(cells);
}

/**
 * The sums themselves say nothing about how many talks stand behind them: a topic is named only where its talks are shown,
 * and where the talks that say how many times are not few either. No topic is dominated by one talk: more than half of the
 * requests in one would let its office be found out.
 */
async function requestFigures(
  database: CityConnection,
  shown: PublicTable,
  values: readonly SqlValue[],
): Promise<RequestFigures[]> {
  const rows = await database.query(
    `with asked as (
       select topic ->> 'id' as key, (topic ->> 'quantity')::int as quantity
       from contact, jsonb_array_elements(topics) as topic where ${WHERE}
     )
     select key, count(quantity)::int as talks, sum(quantity)::int as requests from asked
     group by 1 having count(quantity) >= ${SMALLEST_CELL} and (count(quantity) = count(*) or count(*) - count(quantity) >= ${SMALLEST_CELL})
       and max(quantity) * 2 <= sum(quantity) order by 1`,
    values,
  );
  const visible = new Set(shown.cells?.filter(({ count }) => count !== null).map(({ key }) => key));
  const figures = rowsOf(z.object({ key: z.string(), talks: z.int(), requests: z.int() }), rows);
  return figures.filter(({ key }) => visible.has(key));
}

async function waitFigures(
  database: CityConnection,
  shown: PublicTable,
  values: readonly SqlValue[],
): Promise<WaitFigures[]> {
  const rows = await database.query(
    `select language as key, round(avg(wait_minutes))::int as "meanMinutes",
       (percentile_cont(0.9) within group (order by wait_minutes))::int as "ninetiethMinutes"
     from wait where outcome = 'served' and ${WHERE} group by 1 having count(*) >= ${SMALLEST_CELL} order by 1`,
    values,
  );
  const visible = new Set(shown.cells?.filter(({ count }) => count !== null).map(({ key }) => key));
  const figures = rowsOf(z.object({ key: z.string(), meanMinutes: z.int(), ninetiethMinutes: z.int() }), rows);
  return figures.filter(({ key }) => visible.has(key));
}
