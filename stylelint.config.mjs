/** @type {import('stylelint').Config} */
export default {
  plugins: ['stylelint-use-logical'],
  ignoreFiles: ['**/{dist,node_modules,coverage}/**'],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'csstools/use-logical': true,
    'block-no-empty': true,
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-properties': [true, { ignore: ['consecutive-duplicates-with-different-values'] }],
    // Where a browser does not know it, the whole declaration falls away: colours are custom properties of a mode.
    'function-disallowed-list': ['light-dark'],
    'no-duplicate-selectors': true,
    'property-no-unknown': true,
    'unit-no-unknown': true,
  },
};
