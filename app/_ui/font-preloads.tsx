const weights = [400, 700];

/** For <head>: the fonts of the first paint, fetched before the stylesheet asks. */
export function FontPreloads() {
  return weights.map((weight) => (
    <link
      key={weight}
      rel="preload"
      as="font"
      type="font/woff2"
      href={`/fonts/public-sans-${weight}.woff2`}
      crossOrigin="anonymous"
    />
  ));
}
