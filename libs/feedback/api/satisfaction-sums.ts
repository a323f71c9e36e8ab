import { figures, type FiguresDto, type FunnelDto, type GradeCounts, type Quarter } from '@lotse/feedback/contract';

/** One quarter of closed cases on their way to answers. */
export interface FunnelRow {
  quarter: string;
  closed: number;
  asked: number;
  sent: number;
  undelivered: number;
  answered: number;
  no_contact: number;
  objected: number;
  asked_recently: number;
  no_notice: number;
}

/** Answers published together, with the quarters their cases were closed in. */
export interface BatchRow {
  first_quarter: Quarter;
  quarter: Quarter;
  /** How often the grades 1 to 6 were given; for changes also below zero. */
  counts: number[];
}

const NO_COUNTS: GradeCounts = [0, 0, 0, 0, 0, 0];

function addCounts(a: GradeCounts, b: readonly number[]): GradeCounts {
  const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = b;
  return [a[0] + one, a[1] + two, a[2] + three, a[3] + four, a[4] + five, a[5] + six];
}

export const NO_FUNNEL: FunnelRow = {
  quarter: '',
  closed: 0,
  asked: 0,
  sent: 0,
  undelivered: 0,
  answered: 0,
  no_contact: 0,
  objected: 0,
  asked_recently: 0,
  no_notice: 0,
};

export function sumFunnel(rows: readonly FunnelRow[]): FunnelRow {
  return rows.reduce(
    (sum, row) => ({
      quarter: '',
      closed: sum.closed + row.closed,
      asked: sum.asked + row.asked,
      sent: sum.sent + row.sent,
      undelivered: sum.undelivered + row.undelivered,
      answered: sum.answered + row.answered,
      no_contact: sum.no_contact + row.no_contact,
      objected: sum.objected + row.objected,
      asked_recently: sum.asked_recently + row.asked_recently,
      no_notice: sum.no_notice + row.no_notice,
    }),
    NO_FUNNEL,
  );
}

export function toFunnelDto(row: FunnelRow): FunnelDto {
  return {
    closed: row.closed,
    eligible: row.asked,
    sent: row.sent,
    undelivered: row.undelivered,
    answered: row.answered,
    notAsked: { noContact: row.no_contact, objected: row.objected, askedRecently: row.asked_recently, noNotice: row.no_notice },
  };
}

/** What these batches say together. */
export function figuresOf(batches: readonly BatchRow[]): FiguresDto {
  const found = figures(batches.map(({ counts }) => counts).reduce<GradeCounts>(addCounts, NO_COUNTS));
  return { ...found, distribution: found.distribution && [...found.distribution] };
}
