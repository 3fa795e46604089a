/** Figures that pages say in words as well as services decide by. A module of its own, since a page needs it and no schema. */

/** The fewest members of a counting group (计票小组). */
export const countingGroupSize = { from: '2020-01-01', value: 3, unit: 'members', source: 'P (domain rules 4.7)' } as const;

/** A yearly programme of micro projects (微民生项目库): a hundred a year. */
export const microProgramQuota = { from: '2022-01-01', value: 100, unit: 'projects a year', source: 'S4' } as const;

/** How many households bring a matter to the table (domain rules 4.7: ≥ 10 households). */
export const householdsNeeded = { from: '2020-01-01', value: 10, unit: 'distinct homes', source: 'P (domain rules 4.7)' } as const;

/** When repeated demands are suggested: so many about the same place and group of category inside so many days, which both ends belong to. */
export const clusterRule = {
  from: '2020-01-01',
  value: { orders: 5, days: 30 },
  unit: 'orders, days',
  source: 'P (repeat rule of domain rules 4.9)',
} as const;

/** For how long the same caller and matter suggest that two demands are one. */
export const sameCallerDays = { from: '2020-01-01', value: 30, unit: 'days', source: 'P (domain rules 4.5-3)' } as const;
