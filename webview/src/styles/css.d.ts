/** Style sheets are imported for their effect; esbuild puts them into `panel.css`. */
declare module "*.css";
