import { init } from './redoc.standalone.js';

// Its search makes a worker out of a text, which the page's policy forbids; without workers it searches on the page.
delete window.Worker;

// Its maker's logo would come from another site, and reading these pages is nobody else's business: the name will do.
const name =
  '<svg xmlns="http://www.w3.org/2000/svg" width="52" height="14">' +
  '<text y="11" font-family="sans-serif" font-size="12" fill="#7a8194">Redocly</text></svg>';
const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
const isOurs = (address) => address.startsWith('data:') || new URL(address, location.href).origin === location.origin;
const instead = (address) => (isOurs(address) ? address : `data:image/svg+xml,${encodeURIComponent(name)}`);

HTMLImageElement.prototype.setAttribute = function (attribute, value) {
  Element.prototype.setAttribute.call(this, attribute, attribute === 'src' ? instead(value) : value);
};
Object.defineProperty(HTMLImageElement.prototype, 'src', {
  ...source,
  set(address) {
    source.set.call(this, instead(address));
  },
});

init('/openapi/v1.json', { disableTelemetry: true }, document.getElementById('redoc-container'));
