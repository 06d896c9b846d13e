export { StyleguidePage } from './styleguide-page';
