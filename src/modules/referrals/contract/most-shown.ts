/** How many of a case the sections show, the newest; everything stands in the timeline. */
export const mostDisclosures = 100
export const mostWithdrawals = 100
export const mostHandouts = 200
