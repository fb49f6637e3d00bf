/** One set of compiler options for the services' start, for Jest and for the tools. */
export const swcOptions = {
  swcrc: false,
  configFile: false,
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
    rewriteRelativeImportExtensions: false,
  },
  module: { type: 'es6' },
};
