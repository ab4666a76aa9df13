/** By Linear's number. */
export const priorities = ['none', 'urgent', 'high', 'medium', 'low'] as const;
