export const counties = [];
