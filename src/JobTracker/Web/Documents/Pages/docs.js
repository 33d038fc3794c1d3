// Without the package's top bar: it chooses between documents, of which there is one, and its picture has a style within.
SwaggerUIBundle({
  url: '/openapi/v1.json',
  dom_id: '#swagger-ui',
  layout: 'BaseLayout',
  deepLinking: true,
  displayOperationId: true,
  filter: true,
  validatorUrl: null,
});
