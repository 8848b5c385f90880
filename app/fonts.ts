import localFont from 'next/font/local'

/**
 * The face of nearly every text, asked for while the page's head is read: without that the first paint is in the
 * system's face, and everything is laid out once more a moment later. What its Latin letters do not hold comes from the
 * other files of the same package (`globals.css`), which a browser fetches when it meets such a letter.
 */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--font-latin',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
})
