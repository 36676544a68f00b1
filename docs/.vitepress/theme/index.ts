/** The default theme with the reader's own fonts: nothing is fetched from elsewhere. */
export { default } from "vitepress/theme-without-fonts";
