export const capacityRow = null;
