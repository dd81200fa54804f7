/** The WSDL of the acquirer, as `GET /soap?wsdl` serves it. */
export const ACQUIRER_WSDL = `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="Acquirer" targetNamespace="urn:polyrail:sandbox:acquirer:1"
  xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:a="urn:polyrail:sandbox:acquirer:1">
  <wsdl:types>
    <xs:schema targetNamespace="urn:polyrail:sandbox:acquirer:1" elementFormDefault="qualified">
      <xs:complexType name="Account">
        <xs:choice>
          <xs:element name="token" type="xs:string"/>
          <xs:element name="account" type="xs:string"/>
          <xs:element name="iban" type="xs:string"/>
        </xs:choice>
      </xs:complexType>
      <xs:complexType name="Resource">
        <xs:sequence>
          <xs:element name="id" type="xs:string"/>
          <xs:element name="state" type="xs:string"/>
          <xs:element name="currency" type="xs:string"/>
          <xs:element name="reference" type="xs:string" minOccurs="0"/>
          <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:complexType name="Answer">
        <xs:sequence>
          <xs:element name="status" type="xs:string"/>
          <xs:element name="responseCode" type="xs:string" minOccurs="0"/>
          <xs:element name="amount" type="xs:long" minOccurs="0"/>
          <xs:element name="resource" type="a:Resource" minOccurs="0"/>
        </xs:sequence>
      </xs:complexType>
      <xs:element name="charge">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="amount" type="xs:long"/>
            <xs:element name="currency" type="xs:string"/>
            <xs:element name="source" type="a:Account"/>
            <xs:element name="capture" type="xs:boolean"/>
            <xs:element name="reference" type="xs:string" minOccurs="0"/>
            <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="chargeResponse" type="a:Answer"/>
      <xs:element name="transfer">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="amount" type="xs:long"/>
            <xs:element name="currency" type="xs:string"/>
            <xs:element name="source" type="a:Account"/>
            <xs:element name="destination" type="a:Account"/>
            <xs:element name="reference" type="xs:string" minOccurs="0"/>
            <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="transferResponse" type="a:Answer"/>
      <xs:element name="capture">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="paymentId" type="xs:string"/>
            <xs:element name="amount" type="xs:long" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="captureResponse" type="a:Answer"/>
      <xs:element name="void">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="paymentId" type="xs:string"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="voidResponse" type="a:Answer"/>
      <xs:element name="refund">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string" minOccurs="0"/>
            <xs:element name="paymentId" type="xs:string"/>
            <xs:element name="amount" type="xs:long" minOccurs="0"/>
            <xs:element name="reference" type="xs:string" minOccurs="0"/>
            <xs:element name="clientReference" type="xs:string" minOccurs="0"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="refundResponse" type="a:Answer"/>
      <xs:element name="inquire">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="idempotencyKey" type="xs:string"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
      <xs:element name="inquireResponse" type="a:Answer"/>
    </xs:schema>
  </wsdl:types>
  <wsdl:message name="chargeRequest"><wsdl:part name="body" element="a:charge"/></wsdl:message>
  <wsdl:message name="chargeAnswer"><wsdl:part name="body" element="a:chargeResponse"/></wsdl:message>
  <wsdl:message name="transferRequest"><wsdl:part name="body" element="a:transfer"/></wsdl:message>
  <wsdl:message name="transferAnswer"><wsdl:part name="body" element="a:transferResponse"/></wsdl:message>
  <wsdl:message name="captureRequest"><wsdl:part name="body" element="a:capture"/></wsdl:message>
  <wsdl:message name="captureAnswer"><wsdl:part name="body" element="a:captureResponse"/></wsdl:message>
  <wsdl:message name="voidRequest"><wsdl:part name="body" element="a:void"/></wsdl:message>
  <wsdl:message name="voidAnswer"><wsdl:part name="body" element="a:voidResponse"/></wsdl:message>
  <wsdl:message name="refundRequest"><wsdl:part name="body" element="a:refund"/></wsdl:message>
  <wsdl:message name="refundAnswer"><wsdl:part name="body" element="a:refundResponse"/></wsdl:message>
  <wsdl:message name="inquireRequest"><wsdl:part name="body" element="a:inquire"/></wsdl:message>
  <wsdl:message name="inquireAnswer"><wsdl:part name="body" element="a:inquireResponse"/></wsdl:message>
  <wsdl:portType name="AcquirerPortType">
    <wsdl:operation name="charge">
      <wsdl:input message="a:chargeRequest"/>
      <wsdl:output message="a:chargeAnswer"/>
    </wsdl:operation>
    <wsdl:operation name="transfer">
      <wsdl:input message="a:transferRequest"/>
      <wsdl:output message="a:transferAnswer"/>
    </wsdl:operation>
    <wsdl:operation name="capture">
      <wsdl:input message="a:captureRequest"/>
      <wsdl:output message="a:captureAnswer"/>
    </wsdl:operation>
    <wsdl:operation name="void">
      <wsdl:input message="a:voidRequest"/>
      <wsdl:output message="a:voidAnswer"/>
    </wsdl:operation>
    <wsdl:operation name="refund">
      <wsdl:input message="a:refundRequest"/>
      <wsdl:output message="a:refundAnswer"/>
    </wsdl:operation>
    <wsdl:operation name="inquire">
      <wsdl:input message="a:inquireRequest"/>
      <wsdl:output message="a:inquireAnswer"/>
    </wsdl:operation>
  </wsdl:portType>
  <wsdl:binding name="AcquirerBinding" type="a:AcquirerPortType">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="charge">
      <soap:operation soapAction="urn:polyrail:sandbox:acquirer:1#charge"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
    <wsdl:operation name="transfer">
      <soap:operation soapAction="urn:polyrail:sandbox:acquirer:1#transfer"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
    <wsdl:operation name="capture">
      <soap:operation soapAction="urn:polyrail:sandbox:acquirer:1#capture"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
    <wsdl:operation name="void">
      <soap:operation soapAction="urn:polyrail:sandbox:acquirer:1#void"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
    <wsdl:operation name="refund">
      <soap:operation soapAction="urn:polyrail:sandbox:acquirer:1#refund"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
    <wsdl:operation name="inquire">
      <soap:operation soapAction="urn:polyrail:sandbox:acquirer:1#inquire"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="AcquirerService">
    <wsdl:port name="AcquirerPort" binding="a:AcquirerBinding">
      <soap:address location="http://127.0.0.1:8081/soap"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`;
