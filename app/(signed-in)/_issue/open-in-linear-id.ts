/** Of the link in the header of a task that is an issue. */
export const openInLinearId = 'open-in-linear';
