"""Files to text: PDF, DOCX, EML, HTML and plain text, read within limits and never kept.

What a file is, its bytes say first and its name second. Plain text is read here; every other format
by its reader in a process of its own (`sandbox`), the only place where a parser is loaded:

- `pdf`: PDFium by pypdfium2. Refused pypdf and pdfminer.six (pure Python: seconds where PDFium takes
  milliseconds), PyMuPDF (AGPL).
- `docx`: zipfile and lxml, event by event. Refused python-docx (passes over inserted text and content
  controls, and unpacks without a bound), mammoth (no headers or footers), docx2python (no bound either).
- `web_page`: lxml's HTML parser, event by event. Refused the standard library's html.parser (quadratic on
  unclosed constructs) and selectolax (slow on nests).
- `mail`: the standard library's email.
"""

from bot.offers.documents.document import LARGEST, PAGES, Document, Reason, Unreadable
from bot.offers.documents.door import read_document

__all__ = ["LARGEST", "PAGES", "Document", "Reason", "Unreadable", "read_document"]
