export const anEighthLibraryWithoutARow = true;
