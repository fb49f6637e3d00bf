export const findInstitutions = null;
