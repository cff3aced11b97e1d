export default {
  plugins: {
    // light-dark() stays the browser's own: the preset's version cannot stand on :root, where the tokens are.
    'postcss-preset-mantine': { features: { lightDarkFunction: false } },
  },
};
