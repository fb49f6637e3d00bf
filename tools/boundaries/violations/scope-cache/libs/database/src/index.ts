export const transactions = null;
