import { table } from './table';

/**
 * How many rows a list has for the people of each group (its `total`, or the figure named), as officer / liaison / manager; one number
 * where it is the same for all who may ask. The world: eleven situations, of which three are confidential (see situation.ts).
 */
export const TOTALS = table(`
                                     team     others  partner  neighbour stranger
  GET /cases                         9        7       4/6/4    0         0
  GET /follow-ups                    9        7       1/2/1    0         0
  GET /procedures                    9        7       3/5/3    0         0
  GET /handovers                     8        6       6/8/6    0         0
  GET /distributions                 2        1       2        0         0
  GET /companies                     11/10/10 8       4/6/4    0         0
  GET /drafts                        0        0       0        0         0
  GET /bin                           0        0       0        0         0
  GET /relocation-notices            0        0       0        0         0
  GET /notifications                 7/3/3    0       0/6/0    0         0
  GET /people                        10       10      5        5         5
  GET /people/invitations            1        1       0        0         0
  GET /absences                      1        1       0        0         0
  GET /audit                         2        2       0        0         0
  GET /cases/confidential-count:cases 2       2       1        0         0
  GET /satisfaction:asked            1        1       0        0         0
  GET /satisfaction:answered         1        1       0        0         0
  GET /satisfaction?scope=region:answered 1   1       1        1         0
`);

/** Texts a list shows of each situation in it. */
export const LIST_SHOWS: Readonly<Record<string, string>> = {
  'GET /cases': 'title: title nextStep called project',
  'GET /procedures': 'procedure: procedure title called',
  'GET /handovers': 'offer: title called offer message decision',
};
