export const receiving = null;
